import { AuditLog, Cookies, Sessions, SignInPolicy, Witness } from '#signing-in';
import { everyList, everyThing } from '#pages';
import { DraftFile } from '#recording-pages';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Book } from '#book';
import { FollowUpFile, FollowUps } from '#follow-up';
import { OpenApiController } from './openapi.controller.js';
import { AuditController } from './identity/audit.controller.js';
import type { Identity } from './identity/identity.js';
import { SessionsController } from './identity/sessions.controller.js';
import { SignInController } from './identity/sign-in.controller.js';
import { HealthController } from './health.controller.js';
import { AuthorityController } from './pages/authority/authority.controller.js';
import { RegistersController } from './pages/registers/registers.controller.js';
import { EventsController } from './live/events.controller.js';
import { LiveEntries } from './live/live-entries.js';
import { AboutController } from './pages/about.controller.js';
import { ChangesController } from './pages/changes/changes.controller.js';
import { CompareController } from './pages/compare/compare.controller.js';
import { DecisionsController } from './pages/decisions/decisions.controller.js';
import { HistoryController } from './pages/history/history.controller.js';
import { CorrectController } from './pages/record/correct.controller.js';
import { DraftsController } from './pages/record/drafts.controller.js';
import { MeetingController } from './pages/record/meeting.controller.js';
import { RecordController } from './pages/record/record.controller.js';
import { RecordingDesk } from './pages/record/recording-desk.js';
import { NeedsDoingController } from './pages/needs-doing/needs-doing.controller.js';
import { OverviewController } from './pages/overview/overview.controller.js';
import { assetsAddress, Pages } from './pages/pages.js';
import { controllersOf, listControllerOf } from './pages/things/things-controller.js';
import { BatchController } from './programme-office/batch.controller.js';
import { CommandsController } from './programme-office/commands.controller.js';
import { MetricsController, scrapeToken } from './operation/metrics.controller.js';
import { Metrics } from '#metrics';
import { OperationController } from './operation/operation.controller.js';
import { QuarantineController } from './operation/quarantine.controller.js';
import { BatchCommandHandler } from './programme-office/record-batch.js';
import { RecordCommandHandler } from './programme-office/record-command.js';
import { ProgrammesController } from './reporting/programmes.controller.js';
import { ReportRendering } from './reporting/report-rendering.js';
import { ReportsController } from './reporting/reports.controller.js';
import { ViewQueryHandler } from './reporting/view-query-handler.js';
import { ViewsController } from './reporting/views.controller.js';

/** What answers each command and each query that is dispatched. */
const handlers = [RecordCommandHandler, BatchCommandHandler, ViewQueryHandler];

/** The server, put together around an open book. */
@Module({})
export class ServerModule {
  static around(
    book: Book,
    followUps: FollowUps,
    waiting: FollowUpFile,
    assets: string,
    drafts: DraftFile,
    identity: Identity,
    metricsToken?: string,
  ): DynamicModule {
    return {
      module: ServerModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        OverviewController,
        NeedsDoingController,
        AboutController,
        SignInController,
        SessionsController,
        AuditController,
        ...everyThing.flatMap(controllersOf),
        ...everyList.map(listControllerOf),
        DecisionsController,
        AuthorityController,
        RegistersController,
        HistoryController,
        CompareController,
        ChangesController,
        RecordController,
        CorrectController,
        MeetingController,
        DraftsController,
        HealthController,
        EventsController,
        OpenApiController,
        OperationController,
        MetricsController,
        QuarantineController,
        BatchController,
        CommandsController,
        ProgrammesController,
        ReportsController,
        ViewsController,
      ],
      providers: [
        { provide: Book, useValue: book },
        { provide: FollowUps, useValue: followUps },
        { provide: FollowUpFile, useValue: waiting },
        { provide: assetsAddress, useValue: assets },
        { provide: SignInPolicy, useValue: identity.policy },
        { provide: Sessions, useValue: identity.sessions },
        { provide: Cookies, useValue: identity.cookies },
        { provide: scrapeToken, useValue: { is: metricsToken } },
        Metrics,
        { provide: AuditLog, useValue: identity.log },
        { provide: Witness, useValue: identity.witness },
        Pages,
        LiveEntries,
        { provide: DraftFile, useValue: drafts },
        RecordingDesk,
        ReportRendering,
        ...handlers,
      ],
    };
  }
}
