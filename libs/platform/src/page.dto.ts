import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** `?after=&limit=` of a list that is ordered by id. */
export class PageQuery {
  /** The `next` of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  /** Items on a page: 50 unless told, 500 at most. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;
}
