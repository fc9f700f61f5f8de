import { idOf, listOf, name, oneOf, plannedEnd, text, yesOrNo } from '#fields';
import { type AuthorityCommand, type BodyKind, bodyKinds, type CoveredAct, coveredActs } from '#programme';
import { type FormOfEach, Optional, Premise, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';

const until = 'The last day of it, where that is known in advance; left out, it lasts until it is ended.';

const acts = listOf(oneOf(coveredActs), { distinct: true });

/** A command about a body. */
export class AboutBodyForm extends RecordedForm {
  @Required(idOf('body'), 'The body.')
  body!: string;
}

export class EstablishBodyForm extends AboutBodyForm {
  @Required(idOf('body', 'new'), 'The body.')
  override body!: string;

  @Required(name, 'What the body is called; no other body or office is called that on the day.')
  name!: string;

  @Required(
    oneOf(bodyKinds),
    'What kind of body it is. A cabinet committee, a board and an advisory group endorse, and hold no power.',
  )
  bodyKind!: BodyKind;

  @Optional(
    yesOrNo,
    'Whether what it decides is subject to call-in; left out, true of a cabinet, not of a council or a committee, and not known of officers.',
    'Subject to call-in',
  )
  callIn?: boolean;
}

export class RenameBodyForm extends AboutBodyForm {
  @Required(name, 'What the body is called from then on.')
  name!: string;

  @Premise(
    name,
    'The name it is believed to have until then; refused if it has another on that day.',
    'Former name',
  )
  fromName?: string;
}

export class DissolveBodyForm extends AboutBodyForm {
  @Optional(text, 'Why it is dissolved.')
  reason?: string;
}

export class AppointMemberForm extends AboutBodyForm {
  @Required(name, 'The office, by its id, or the role of the member; no personal name.')
  member!: string;

  @Optional(plannedEnd, until)
  until?: string;
}

export class EndMembershipForm extends AboutBodyForm {
  @Required(name, 'The member, as they were appointed.')
  member!: string;
}

/** A command about an office. */
export class AboutOfficeForm extends RecordedForm {
  @Required(idOf('office'), 'The office.')
  office!: string;
}

export class CreateOfficeForm extends AboutOfficeForm {
  @Required(idOf('office', 'new'), 'The office.')
  override office!: string;

  @Required(name, 'Its title, such as "Leader" or "Head of Paid Service".')
  title!: string;

  @Optional(
    yesOrNo,
    'Whether what its holder decides is subject to call-in; left out, it is not known until a decision says it.',
    'Subject to call-in',
  )
  callIn?: boolean;
}

export class AbolishOfficeForm extends AboutOfficeForm {
  @Optional(text, 'Why it is abolished.')
  reason?: string;
}

export class AppointToOfficeForm extends AboutOfficeForm {
  @Required(idOf('person', 'either'), 'Who holds it from then on, by an opaque id; no personal name.')
  holder!: string;

  @Optional(plannedEnd, until)
  until?: string;
}

export class EndAppointmentForm extends AboutOfficeForm {
  @Optional(idOf('person'), 'Who holds it, where more than one is on record; left out, whoever does.')
  holder?: string;
}

/** A command about a power. */
export class AboutPowerForm extends RecordedForm {
  @Required(idOf('power'), 'The power.')
  power!: string;
}

export class ConferPowerForm extends AboutPowerForm {
  @Required(idOf('power', 'either'), 'The power.')
  override power!: string;

  @Optional(text, 'What may be decided under it; needed the first time.')
  description?: string;

  @Optional(
    acts,
    'The acts it covers: what may be done under it. Needed once something is to be authorised under it.',
  )
  covers?: CoveredAct[];

  @Required(idOf('maker'), 'The body or the office that holds it from then on.', 'Held by')
  on!: string;

  @Optional(plannedEnd, until)
  until?: string;
}

export class SetPowerCoverageForm extends AboutPowerForm {
  @Required(acts, 'The acts it covers from then on: whoever holds it may do those, and no others.')
  covers!: CoveredAct[];
}

export class DelegatePowerForm extends AboutPowerForm {
  @Required(idOf('maker'), 'The body or the office that holds it that day, and keeps it.', 'Delegated by')
  from!: string;

  @Required(idOf('maker'), 'The body or the office that may exercise it too from then on.', 'Delegated to')
  to!: string;

  @Optional(plannedEnd, until)
  until?: string;

  @Optional(text, 'The conditions of the delegation.')
  conditions?: string;
}

export class RevokePowerForm extends AboutPowerForm {
  @Required(idOf('maker'), 'The body or the office on which it was conferred.', 'Taken from')
  from!: string;
}

export class EndDelegationForm extends AboutPowerForm {
  @Required(idOf('maker'), 'The body or the office that delegated it.', 'Delegated by')
  from!: string;

  @Required(idOf('maker'), 'The body or the office to which it was delegated.', 'Delegated to')
  to!: string;
}

export const authorityForms = {
  'establish-body': EstablishBodyForm,
  'rename-body': RenameBodyForm,
  'dissolve-body': DissolveBodyForm,
  'appoint-member': AppointMemberForm,
  'end-membership': EndMembershipForm,
  'create-office': CreateOfficeForm,
  'abolish-office': AbolishOfficeForm,
  'appoint-to-office': AppointToOfficeForm,
  'end-appointment': EndAppointmentForm,
  'confer-power': ConferPowerForm,
  'delegate-power': DelegatePowerForm,
  'set-power-coverage': SetPowerCoverageForm,
  'revoke-power': RevokePowerForm,
  'end-delegation': EndDelegationForm,
} satisfies FormOfEach<AuthorityCommand>;
