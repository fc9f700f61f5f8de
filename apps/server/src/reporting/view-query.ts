import { Query } from '@nestjs/cqrs';
import type { Answered, Question, View, ViewOfOne } from '#views';

/** A question to one view of one programme. */
export class ViewQuery extends Query<Answered> {
  private constructor(
    readonly asked: View | { readonly of: ViewOfOne; readonly id: string },
    readonly programme: string,
    readonly question: Question,
  ) {
    super();
  }

  /** A question to a view as a whole. */
  static of(view: View, programme: string, question: Question): ViewQuery {
    return new ViewQuery(view, programme, question);
  }

  /** A question about one thing. */
  static ofOne(of: ViewOfOne, id: string, programme: string, question: Question): ViewQuery {
    return new ViewQuery({ of, id }, programme, question);
  }
}
