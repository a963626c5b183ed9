import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  CloseCampaign,
  CloseCampaignBody,
  GetCampaign,
  GetCampaigns,
  OpenCampaign,
  OpenCampaignBody,
} from '#libs/campaigns';
import { type Answer } from '#libs/command-handling';
import { AsOfRequest } from '#libs/contract';
import { CommandRoute, Commands, CurrentExchange, type Exchange } from '../http/commands.js';
import { IdPipe } from '../http/id.pipe.js';
import { QueryRoute } from '../http/query-route.js';

const campaignPath = (id: string) => `/v1/campaigns/${id}`;

@ApiTags('竞赛')
@Controller('v1/campaigns')
export class CampaignsController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('各项竞赛（百日赛、七比七赛等），竞赛期晚的在前', { declaresPosition: true })
  list(@Query() { asOf }: AsOfRequest) {
    return this.queries.execute(new GetCampaigns(asOf));
  }

  @Get(':id')
  @QueryRoute('一项竞赛的实时成绩；已公布的，另有定格的最终成绩及与现在的差异', { declaresPosition: true })
  one(@Param('id', IdPipe) id: string, @Query() { asOf }: AsOfRequest) {
    return this.queries.execute(new GetCampaign(id, asOf));
  }

  @Post()
  @CommandRoute('发起一项竞赛：参赛单位、比赛指标、竞赛期', 'record')
  open(@CurrentExchange() exchange: Exchange, @Body() body: OpenCampaignBody): Promise<Answer> {
    return this.commands.send(exchange, body, (context, id) => new OpenCampaign(id, body, context), campaignPath);
  }

  @Post(':id/close')
  @CommandRoute('公布最终成绩并定格', 'record')
  close(
    @CurrentExchange() exchange: Exchange,
    @Param('id', IdPipe) id: string,
    @Body() body: CloseCampaignBody,
  ): Promise<Answer> {
    return this.commands.send(exchange, body, (context) => new CloseCampaign(id, body, context), campaignPath);
  }
}
