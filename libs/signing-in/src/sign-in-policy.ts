import { demoPersonOfToken } from './demo-people.js';
import type { Person } from './person.js';

/** How people say who they are. */
export abstract class SignInPolicy {
  /** Whether anybody may read, as reporting. */
  abstract readonly readingIsOpen: boolean;
  /** Whether there is a page that signs people in. */
  abstract readonly hasPage: boolean;
  /** Who may ask the API without a token, and which tokens are good, in words for whoever writes a program. */
  abstract readonly tokens: string;
  /** Whose bearer token it is; undefined where it is nobody's. */
  abstract ofToken(token: string): Person | undefined | Promise<Person | undefined>;
}

/** Nobody signs in: everything may be read, on this machine only, and nothing recorded. */
export class NoSignIn extends SignInPolicy {
  readonly readingIsOpen = true;
  readonly hasPage = false;
  readonly tokens =
    'Nobody signs in here: everything is read without a token, no token is good and nothing is recorded.';

  ofToken(): undefined {
    return undefined;
  }
}

/** Whoever comes picks a role, on this machine only: for showing what each can do. */
export class DemonstrationSignIn extends SignInPolicy {
  readonly readingIsOpen = true;
  readonly hasPage = true;
  readonly tokens =
    'A demonstration: everything is read without a token, and demo-programme-office, demo-governance, demo-reporting and demo-administrator are good.';

  ofToken(token: string): Person | undefined {
    return demoPersonOfToken(token);
  }
}
