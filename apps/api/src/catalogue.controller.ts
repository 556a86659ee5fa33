import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  PolicyListDto,
  shippedPolicies,
  WorldSkillListDto,
  worldSkills,
  worldSkillSectors,
  worldSkillsSource,
} from '@luban/events';
import { May } from './doors/who-may.js';

/** What an organiser chooses from. */
@ApiTags('catalogue')
@Controller()
@May('events.read')
export class CatalogueController {
  /** The 63 skills of the 46th WorldSkills, with where the list comes from. */
  @Get('catalogue/world-skills')
  listWorldSkills(): WorldSkillListDto {
    const items = worldSkills.map((skill) => ({ ...skill, sectorName: worldSkillSectors[skill.sector] }));
    return { items, next: null, source: worldSkillsSource };
  }

  /** The policies that ship, each with its clauses and what may be set in it. */
  @Get('policies')
  listPolicies(): PolicyListDto {
    return { items: shippedPolicies(), next: null };
  }
}
