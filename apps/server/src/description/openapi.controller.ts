import { Controller, Get } from '@nestjs/common';
import { SignInPolicy } from '../identity/sign-in-policy.js';
import { openApi } from './openapi.js';

/** `GET /api/openapi.json`: what can be asked and issued here. */
@Controller('api')
export class OpenApiController {
  private readonly description: unknown;

  constructor(policy: SignInPolicy) {
    this.description = openApi(policy);
  }

  @Get('openapi.json')
  show(): unknown {
    return this.description;
  }
}
