export { chinaDay } from './china-day.js';
export { PackForceService } from './pack-force.service.js';
export { type PackInForce, packInForce } from './pack-in-force.js';
export { packInReach } from './pack-reach.js';
export { RulePackForce, StoredRulePack } from './rule-pack.entity.js';
export {
  DifferenceQuery,
  EditRulePackDto,
  NewRulePackDto,
  PackDifferenceDto,
  PackDifferenceListDto,
  PutInForceDto,
  RulePackDto,
  RulePackForceDto,
  RulePackListDto,
  RulePackQuery,
  RulePackStepDto,
  RulePackSummaryDto,
  TakeBackQuery,
} from './rule-pack.dto.js';
export { CitationDto, DutyDto, NamingDto, RuleDto, RulePackContentDto } from './rule-pack-content.dto.js';
export { RulePackService } from './rule-pack.service.js';
export { RulesModule } from './rules.module.js';
export { ensureShippedPacks } from './shipped.js';
