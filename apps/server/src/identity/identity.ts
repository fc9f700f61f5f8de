import {
  AuditLog,
  Cookies,
  DemonstrationSignIn,
  NoSignIn,
  OpenIdConnectSignIn,
  type SessionLimits,
  Sessions,
  type SignInPolicy,
  type SignInSettings,
  Witness,
} from '#signing-in';
import { join } from 'node:path';
import { Door } from './door.js';

/** How these pages reach a browser. */
export interface Served {
  /** Whether by https: then browsers are told to come back by nothing else. */
  readonly secure: boolean;
  /** Another site that a form may lead to: the provider, where somebody signs out. */
  readonly formsLeadTo: readonly string[];
}

/** How people sign in, who has, and who saw it: put together as the settings say. */
export interface Identity {
  readonly policy: SignInPolicy;
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly log: AuditLog;
  readonly witness: Witness;
  readonly door: Door;
  readonly served: Served;
  readonly close: () => void;
}

/** Opens the files of sessions and of the audit log in the folder of the book. */
export function openIdentity(settings: {
  readonly folder: string;
  readonly signIn: SignInSettings;
  readonly sessions: SessionLimits;
}): Identity {
  const { folder, signIn } = settings;
  const provider = signIn.kind === 'openid-connect' ? signIn.provider : undefined;
  const policy = policyOf(signIn);
  const sessions = Sessions.open(join(folder, 'sessions.sqlite'), settings.sessions);
  const log = AuditLog.open(join(folder, 'audit-log.sqlite'));
  const secure = provider?.url.startsWith('https:') ?? false;
  const cookies = new Cookies(secure);
  const witness = new Witness(log);
  const door = new Door(policy, sessions, cookies, witness, provider?.url);
  const formsLeadTo = provider ? [new URL(provider.issuer).origin] : [];
  const close = () => {
    sessions.close();
    log.close();
  };
  return { policy, sessions, cookies, log, witness, door, served: { secure, formsLeadTo }, close };
}

function policyOf(signIn: SignInSettings): SignInPolicy {
  switch (signIn.kind) {
    case 'none':
      return new NoSignIn();
    case 'demonstration':
      return new DemonstrationSignIn();
    case 'openid-connect':
      return new OpenIdConnectSignIn(signIn.provider);
  }
}
