import { openApi } from '#openapi';
import { SignInPolicy } from '#signing-in';
import { Controller, Get } from '@nestjs/common';

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
