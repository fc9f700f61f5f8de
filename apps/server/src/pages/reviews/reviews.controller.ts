import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ReviewPart } from '#programme';
import type { Row } from '#read-model';
import { listFilters } from '../../reporting/list.view.js';
import type { EntryShown } from '../history/entry-rows.js';
import { namesAt } from '../names.js';
import { notYet, Pages, type Sent } from '../pages.js';
import { authorisationsOf } from './authorisations.js';
import { reviewPage, reviewsPage } from './reviews-page.js';

/** `/programmes/{programme}/reviews` and `…/{id}`. */
@Controller('programmes/:programme/reviews')
export class ReviewsController {
  constructor(private readonly pages: Pages) {}

  @Get()
  all(@Param('programme') programme: string, @Query() sent: Sent, @Res() reply: FastifyReply): Promise<void> {
    const filters = listFilters['reviews'] ?? {};
    return this.pages.answer(
      reply,
      { programme, path: 'reviews', section: 'reviews', sent, filters },
      async (asking) => {
        const { body, streams } = await asking.view('reviews', undefined, asking.filters);
        const data = reviewsPage(asking.where, body['reviews'] as Row[], asking.filters);
        return { title: 'Reviews', template: 'reviews', data, streams };
      },
    );
  }

  @Get(':id')
  one(
    @Param('programme') programme: string,
    @Param('id') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.pages.answer(
      reply,
      { programme, path: `reviews/${id}`, section: 'reviews', sent },
      async (asking) => {
        const { body, streams } = await asking.view('reviews', id);
        if (body['exists'] !== true) return notYet('review', id, streams);
        const { body: history } = await asking.view('history', id, { kind: 'review' });
        const data = reviewPage(
          asking.where,
          body as unknown as ReviewPart,
          history['history'] as EntryShown[],
          authorisationsOf(asking, id),
          namesAt(asking.reader, asking.where, asking.moment),
        );
        return {
          title: data.name,
          template: 'review',
          data,
          streams: [`${programme}/review/${id}`, `${programme}/decision`, `${programme}/authority`],
        };
      },
    );
  }
}
