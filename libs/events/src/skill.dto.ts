import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven } from './if-given.js';
import { codePattern as code } from './code-pattern.js';
import { PolicyChoiceDto } from './policy.dto.js';
import {
  CreateGroupDto,
  CreateModuleDto,
  CreateWorkstationsDto,
  NewSkillSessionDto,
} from './skill-part.dto.js';

class SkillDetailsDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  nameEn?: string | null;

  /** `6-31-01-03`, with L, S or L/S where the classification marks it. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  occupationCode?: string | null;

  /** 1 individual, 2 pair, 3 trio. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(3)
  teamSize?: number;

  /** In whole years, in the year the event is held; null: no limit. */
  @IsOptional()
  @IsInt()
  @Min(10)
  @Max(100)
  ageYearsMax?: number | null;

  @IsOptional()
  @IsUUID()
  venueId?: string | null;

  /** A sign-off then wants the scan of the signed sheet. */
  @IfGiven()
  @IsBoolean()
  requireSignedScan?: boolean;
}

/** A skill, and if wanted its whole set-up, in one transaction. */
export class CreateSkillDto extends SkillDetailsDto {
  /** One of the 63 WorldSkills skills: code, names, team size and age limit come from its list unless given. */
  @IfGiven()
  @IsInt()
  worldSkillNumber?: number;

  @IfGiven()
  @Matches(code)
  code?: string;

  @IfGiven()
  @IsString()
  @Length(1, 100)
  name?: string;

  /** Left out: the policy usual at the event's level. */
  @IfGiven()
  @ValidateNested()
  @Type(() => PolicyChoiceDto)
  policy?: PolicyChoiceDto;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CreateGroupDto)
  groups?: CreateGroupDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => CreateModuleDto)
  modules?: CreateModuleDto[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NewSkillSessionDto)
  sessions?: NewSkillSessionDto[];

  /** Lists of codes, each with its state. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CreateWorkstationsDto)
  workstations?: CreateWorkstationsDto[];
}

export class EditSkillDto extends SkillDetailsDto {
  @IsOptional()
  @IsInt()
  worldSkillNumber?: number | null;

  @IfGiven()
  @Matches(code)
  code?: string;

  @IfGiven()
  @IsString()
  @Length(1, 100)
  name?: string;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;
}
