import { civilDate } from '#calendar';
import { commandsInTime } from '../command.contract.js';
import { reportStream } from './index.js';
import { issuing } from './quarterly-report.story.js';

commandsInTime(reportStream, {
  'issue-report': {
    before: [],
    ...issuing,
    instead: '2014-05-03',
    contradicts: {
      entry: { ...issuing.event, effectiveOn: civilDate('2014-06-02') },
      refused: 'report-already-issued',
    },
  },
});
