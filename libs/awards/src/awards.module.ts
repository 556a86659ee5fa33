import { Module } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { Boards } from './boards.service.js';
import { GiveAwards } from './give-awards.service.js';

@Module({ imports: [AuditModule], providers: [GiveAwards, Boards], exports: [GiveAwards, Boards] })
export class AwardsModule {}
