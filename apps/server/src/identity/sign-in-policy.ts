import { demoPersonOfToken } from './demo-people.js';
import type { Person } from './person.js';

/** How people say who they are. */
export abstract class SignInPolicy {
  /** Whether anybody may read, as reporting. */
  abstract readonly readingIsOpen: boolean;
  /** Whether there is a page that signs people in. */
  abstract readonly hasPage: boolean;
  /** Whose bearer token it is; undefined where it is nobody's. */
  abstract ofToken(token: string): Person | undefined | Promise<Person | undefined>;
}

/** Nobody signs in: everything may be read, on this machine only, and nothing recorded. */
export class NoSignIn extends SignInPolicy {
  readonly readingIsOpen = true;
  readonly hasPage = false;

  ofToken(): undefined {
    return undefined;
  }
}

/** Whoever comes picks a role, on this machine only: for showing what each can do. */
export class DemonstrationSignIn extends SignInPolicy {
  readonly readingIsOpen = true;
  readonly hasPage = true;

  ofToken(token: string): Person | undefined {
    return demoPersonOfToken(token);
  }
}
