/** Every metric of this server's own, and what it says in a few words. `docs/metrics.md` has a line for each. */
export const metrics = {
  minutebook_projection_lag_seconds:
    'How long the oldest entry on the record that the views do not show has been recorded; 0 where they show all',
  minutebook_projection_events_behind:
    'Entries on the record that the views do not show, counted up to 10000',
  minutebook_projection_last_recorded_timestamp_seconds:
    'When the last entry that the views show was recorded, in Unix time',
  minutebook_projection_entries: 'Entries of the log that the views have read, those held back among them',
  minutebook_projection_events_total: 'Entries applied since this process started',
  minutebook_projection_stopped: '1 where the views have stopped by a fault',
  minutebook_quarantined_streams: 'Streams set aside because an entry could not be taken in',
  minutebook_quarantined_entries: 'Entries held back of them',
  minutebook_rebuild_running: '1 while the views are rebuilt',
  minutebook_rebuild_progress_ratio:
    'How much of the log a rebuild has read, from 0 to 1; 0 while there is none',
  minutebook_command_duration_seconds:
    'Commands by outcome, and how long each took to be judged and recorded',
  minutebook_http_request_duration_seconds:
    'Requests by method, route and class of status, and how long each took',
  minutebook_follow_ups_lag_seconds:
    'How long the oldest entry that follow-ups have not looked at has been recorded; 0 where they are done or stand by',
  minutebook_follow_ups_waiting: 'Follow-ups that could not be recorded and wait',
  minutebook_follow_ups_stopped: '1 where follow-ups have stopped by a fault',
  minutebook_record_unreachable: '1 where the record could not be asked for its head',
  minutebook_file_bytes: 'The size of each file in the folder of the book, its write-ahead log with it',
  minutebook_subscriptions_total:
    'Subscriptions to EventStoreDB begun: each after the first took the place of one that ended',
} as const;

export type MetricName = keyof typeof metrics;

/** What is told of the process itself, as every Prometheus client names it. */
export const processMetrics = [
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
  'process_start_time_seconds',
  'process_open_fds',
  'nodejs_eventloop_lag_p99_seconds',
] as const;
