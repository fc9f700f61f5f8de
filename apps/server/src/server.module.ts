import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Book } from '#book';
import { HealthController } from './health.controller.js';
import { FirstPageController } from './pages/first-page.controller.js';
import { CommandsController } from './programme-office/commands.controller.js';
import { RecordCommandHandler } from './programme-office/record-command.js';
import { ViewsController } from './reporting/views.controller.js';

/** The server, put together around an open book. */
@Module({})
export class ServerModule {
  static around(book: Book): DynamicModule {
    return {
      module: ServerModule,
      imports: [CqrsModule.forRoot()],
      controllers: [FirstPageController, HealthController, CommandsController, ViewsController],
      providers: [{ provide: Book, useValue: book }, RecordCommandHandler],
    };
  }
}
