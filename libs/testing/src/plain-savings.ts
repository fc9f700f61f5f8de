import type { CivilDate } from '#calendar';
import type { DomainEvent, SavingEvent, SavingMeasure } from '#programme';
import type { Entry } from '#timeline';

type Amount = { readonly year: string; readonly pence: number };
type Outline = Extract<SavingEvent, { type: 'SavingIdentified' }>;

/** A saving as its bare entries tell it, and what it counts for by measure and year. */
export interface PlainSaving extends Pick<
  Outline,
  | 'published'
  | 'category'
  | 'recurrence'
  | 'basis'
  | 'means'
  | 'owner'
  | 'portfolio'
  | 'review'
  | 'project'
  | 'unit'
> {
  readonly id: string;
  /** The furthest it has come: an amount of that kind was said, of what is reported one above nothing. */
  readonly status: string;
  readonly counts: Readonly<Record<SavingMeasure, readonly Amount[]>>;
}

/**
 * Every saving on a day, told from its entries one by one, with nothing of the domain's own states: a plan is what was last
 * said of it, and counts for nothing while the saving is given up; of what was delivered or validated in a year the last
 * figure stands, and stays.
 */
export function savingsPlainly(
  recorded: ReadonlyMap<string, readonly Entry<DomainEvent>[]>,
  asAt: CivilDate,
): readonly PlainSaving[] {
  return [...recorded].flatMap(([stream, entries]) => {
    if (stream.split('/')[1] !== 'saving') return [];
    const events = entries
      .filter(({ effectiveOn }) => effectiveOn <= asAt)
      .map(({ event }) => event as SavingEvent);
    const identified = events.find((event): event is Outline => event.type === 'SavingIdentified');
    return identified ? [savingOf(identified, events)] : [];
  });
}

function savingOf(identified: Outline, events: readonly SavingEvent[]): PlainSaving {
  const { published, category, means, recurrence, basis, project, unit } = identified;
  let { owner, portfolio, review } = identified;
  let givenUp = false;
  const plans: Record<string, readonly Amount[] | undefined> = {};
  const reported = { SavingDelivered: new Map<string, number>(), SavingValidated: new Map<string, number>() };
  for (const event of events) {
    switch (event.type) {
      case 'SavingIdentified':
        plans['identified'] = event.profile;
        break;
      case 'SavingPlacedInBusinessCase':
        plans['business-case'] = event.profile;
        review = event.review ?? review;
        break;
      case 'SavingAuthorised':
        plans['authorised'] = event.profile;
        break;
      case 'SavingForecast':
        plans['forecast'] = event.profile;
        break;
      case 'SavingReprofiled':
        plans[event.plan] = event.profile;
        break;
      case 'SavingDelivered':
      case 'SavingValidated':
        reported[event.type].set(event.year, event.pence);
        break;
      case 'SavingMoved':
        portfolio = event.toPortfolio;
        break;
      case 'SavingWithdrawn':
      case 'SavingReleased':
        givenUp = true;
        break;
      case 'SavingReinstated':
        givenUp = false;
        review = event.review ?? review;
        break;
      case 'SavingOwnerChanged':
        owner = event.toOwner;
        break;
    }
  }
  const planned = (plan: string) => (givenUp ? [] : (plans[plan] ?? []));
  const told = (of: ReadonlyMap<string, number>) => [...of].map(([year, pence]) => ({ year, pence }));
  return {
    id: identified.saving,
    ...{ published, category, means, recurrence, basis, owner, portfolio, review, project, unit },
    status: furthest(plans, reported.SavingDelivered, reported.SavingValidated),
    counts: {
      identified: planned('identified'),
      inBusinessCase: planned('business-case'),
      authorised: planned('authorised'),
      forecast: planned('forecast'),
      delivered: told(reported.SavingDelivered),
      validated: told(reported.SavingValidated),
    },
  };
}

function furthest(
  plans: Readonly<Record<string, readonly Amount[] | undefined>>,
  delivered: ReadonlyMap<string, number>,
  validated: ReadonlyMap<string, number>,
): string {
  if ([...validated.values()].some((pence) => pence > 0)) return 'validated';
  if ([...delivered.values()].some((pence) => pence > 0)) return 'delivered';
  const said = ['forecast', 'authorised', 'business-case'].find((plan) => plans[plan]);
  return said === 'business-case' ? 'in-business-case' : (said ?? 'identified');
}
