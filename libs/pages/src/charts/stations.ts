import { daysBetween, shortDate, type CivilDate } from '#calendar';
import { counted } from '../words.js';
import { element, label, line, picture, together, type Drawn } from './svg.js';
import { fitted, widthOf } from './written.js';

/** What happened, or is to happen, on a day. */
export interface Step {
  readonly says: string;
  readonly on: CivilDate;
  /** False of a day that is only counted to, or that only the month or the year is known of. */
  readonly happened: boolean;
}

const width = 760;
const left = 70;
const right = 690;
const lineHeight = 17;
/** Words longer than this are cut: the facts beside the drawing have them whole. */
const longest = 320;

/**
 * Days on a line in their order, as far apart as they are many, with the days between any two. Undefined where there are
 * fewer than two.
 */
export function stations(id: string, title: string, steps: readonly Step[]): string | undefined {
  const days = grouped(steps);
  if (days.length < 2) return undefined;
  const apart = (right - left) / (days.length - 1);
  const place = (n: number) => left + n * apart;
  const blocks = placed(days.map((day, n) => blockOf(day, place(n), n % 2 === 0)));
  const middle = 24 + Math.max(0, ...blocks.filter(({ above }) => above).map(reach));
  const below = Math.max(0, ...blocks.filter(({ above }) => !above).map(reach));
  const description = days.map(({ on, says }) => `${shortDate(on)}: ${says.join(', ')}`).join('. ');
  return picture(
    { id, title, description, width, height: middle + 24 + below },
    ...blocks.filter(({ away }) => away > 0).map((block) => leader(block, middle)),
    line(left, middle, right, middle, 'c-axis'),
    ...days.map((day, n) =>
      element('circle', { cx: place(n), cy: middle, r: 8, class: day.happened ? 'c-fill' : 'c-open' }),
    ),
    ...blocks.map((block) => written(block, middle)),
    ...days.slice(1).flatMap(({ on }, n) => {
      const between = daysBetween((days[n] as Day).on, on);
      const room = apart - 22;
      const says = [counted(between, 'day', 'days'), String(between)].find(
        (words) => widthOf(words, 'quiet') <= room,
      );
      const attributes = { class: 'c-quiet', 'text-anchor': 'middle' };
      return says === undefined ? [] : [label(place(n) + apart / 2, middle - 6, says, attributes)];
    }),
  );
}

interface Day {
  readonly on: CivilDate;
  readonly says: readonly string[];
  readonly happened: boolean;
}

function grouped(steps: readonly Step[]): Day[] {
  const days = new Map<CivilDate, Day>();
  for (const { on, says, happened } of [...steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const day = days.get(on);
    days.set(on, { on, says: [...(day?.says ?? []), says], happened: happened || (day?.happened ?? false) });
  }
  return [...days.values()];
}

/** The words of a day beside its dot: above the line or below it, and how far away, so that no words lie on others. */
interface Block {
  readonly x: number;
  readonly lines: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly above: boolean;
  readonly away: number;
}

function blockOf({ on, says }: Day, x: number, above: boolean): Block {
  const anchor = x < 150 ? 'start' : x > 610 ? 'end' : 'middle';
  const at = anchor === 'start' ? x - 10 : anchor === 'end' ? x + 10 : x;
  const room = anchor === 'middle' ? 2 * Math.min(at, width - at) : anchor === 'start' ? width - at : at;
  const lines = [shortDate(on), ...says.map((one) => fitted(one, Math.min(room, longest), 'strong'))];
  const wide = Math.max(...lines.map((one) => widthOf(one, 'strong')));
  const from = anchor === 'start' ? at : anchor === 'end' ? at - wide : at - wide / 2;
  return { x, lines, anchor, at, from, to: from + wide, above, away: 0 };
}

const heightOf = ({ lines }: Block): number => lines.length * lineHeight;
/** How far the words of a day reach from the line of days. */
const reach = (block: Block): number => block.away + heightOf(block);

/** The same blocks, each as near to the line as those before it on its side leave room. */
function placed(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  for (const block of blocks) {
    const beside = settled
      .filter(({ above, from, to }) => above === block.above && from < block.to + 8 && block.from < to + 8)
      .sort((a, b) => a.away - b.away);
    let away = 0;
    for (const other of beside) {
      if (away + heightOf(block) + 4 > other.away && away < reach(other) + 4) away = reach(other) + 4;
    }
    settled.push({ ...block, away });
  }
  return settled;
}

const topOf = (block: Block, middle: number): number =>
  block.above ? middle - 20 - block.away - (block.lines.length - 1) * lineHeight : middle + 28 + block.away;

/** A line from words that stand further away to their dot. */
function leader(block: Block, middle: number): Drawn {
  const end = block.above ? middle - 16 - block.away : middle + 12 + block.away;
  return line(block.x, middle, block.x, end, 'c-faint');
}

function written(block: Block, middle: number): Drawn {
  const { lines, at, anchor } = block;
  const top = topOf(block, middle);
  return together(
    ...lines.map((text, n) =>
      label(at, top + n * lineHeight, text, {
        class: `${n === 0 ? 'c-quiet' : 'c-strong'} c-over`,
        'text-anchor': anchor,
      }),
    ),
  );
}
