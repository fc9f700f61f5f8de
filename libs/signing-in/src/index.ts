export type { Asking } from './asking.js';
export { hostsAsked, mustBeOwnHost, pathOfTarget } from './asked-host.js';
export { type AuditAsked, AuditLog } from './audit-log.js';
export { auditedKinds } from './audited.js';
export { auditPage } from './audit-page.js';
export { type CookieName, Cookies } from './cookies.js';
export { demoPerson, roleNames } from './demo-people.js';
export { signedInOn } from './on-a-page.js';
export { type BegunSignIn, OpenIdConnectSignIn } from './openid-connect.js';
export { type Needs, type Role, askedByItself, needsOf, roles, rules } from './permissions.js';
export {
  type Person,
  everyProgramme,
  isPermitted,
  isPermittedSomewhere,
  may,
  mayOperate,
  mayRead,
  mayRecord,
  nobody,
  notSignedIn,
  personOf,
} from './person.js';
export { returnAddress, signInAddress } from './return-address.js';
export { sessionsPage } from './sessions-page.js';
export { type Session, type SessionLimits, Sessions, newSecret } from './sessions.js';
export { DemonstrationSignIn, NoSignIn, SignInPolicy } from './sign-in-policy.js';
export { type SignInSettings, addressOf, signInOf } from './sign-in-settings.js';
export { Witness } from './witness.js';
