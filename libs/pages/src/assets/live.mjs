// Says on a page that is open on now that something was recorded since, and offers to show it. Nothing moves by itself.

/** How long it waits before it asks again where it was refused, in milliseconds. */
const refused = 30_000;

/** Whether an entry is of a stream that the page reads. */
function concerns(streams, { stream }) {
  return streams.length === 0 || streams.some((one) => stream === one || stream.startsWith(`${one}/`));
}

/** Where the page is shown again, no older than a position. */
function pageFrom(position) {
  const address = new URL(window.location.href);
  address.searchParams.set('minPosition', position);
  return address.href;
}

function say(banner, count, position) {
  const words =
    count === 1
      ? '1 entry was recorded since this page was opened. '
      : `${count.toLocaleString('en-GB')} entries were recorded since this page was opened. `;
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = pageFrom(position);
  link.textContent = count === 1 ? 'Show it' : 'Show them';
  // Whoever stands on the link stays on it.
  const stoodOnIt = banner.contains(document.activeElement);
  banner.replaceChildren(words, link);
  if (stoodOnIt) link.focus();
}

/** @param {HTMLElement | null} banner the place for what is said; it says itself what to listen to */
export function listen(banner) {
  if (!banner || !('EventSource' in window)) return;
  const streams = banner.dataset.streams.split(' ').filter(Boolean);
  let last = banner.dataset.position;
  let count = 0;
  let source;
  let saying;

  const hear = ({ data }) => {
    const entry = JSON.parse(data);
    last = entry.position;
    if (!concerns(streams, entry)) return;
    count += 1;
    // Many at once are said once.
    saying ??= setTimeout(() => {
      saying = undefined;
      say(banner, count, last);
    }, 200);
  };
  const open = () => {
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(`${banner.dataset.events}?from=${encodeURIComponent(last)}`);
    source.addEventListener('entry', hear);
    // A connection that drops is taken up again by the browser; one that is refused is asked for again later.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(follow, refused);
    });
  };
  // A page that nobody sees holds no connection: a browser has few of them for all its pages. It catches up when seen.
  const follow = () => {
    if (document.visibilityState === 'visible') open();
    else source?.close();
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => source?.close());
  window.addEventListener('pageshow', follow);
  follow();
}
