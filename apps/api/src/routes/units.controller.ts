import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Answer } from '#libs/command-handling';
import { RegisterUnit, RegisterUnitBody } from '#libs/units';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';

const unitPath = (code: string) => `/v1/units/${code}`;

@ApiTags('单位')
@Controller('v1/units')
export class UnitsController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @CommandRoute('登记单位', 'administer')
  register(@CurrentExchange() exchange: Exchange, @Body() body: RegisterUnitBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new RegisterUnit(body, context), unitPath);
  }
}
