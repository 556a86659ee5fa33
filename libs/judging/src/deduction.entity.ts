import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CompetitionEvent } from '@luban/events';
import { Placement } from '@luban/registration';

/** A deduction for a breach 违规扣分, proposed on the floor and approved by the chief judge. */
@Entity('deduction')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'deduction_event_fk' })
@ForeignKey(() => Placement, ['eventId', 'placementId'], ['eventId', 'id'], {
  name: 'deduction_placement_fk',
})
@Check('deduction_hundredths_check', `hundredths > 0`)
export class Deduction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deduction_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deduction_pkey' })
  id: string;

  @Column('uuid')
  placementId: string;

  @Column('int')
  hundredths: number;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { nullable: true })
  refusedBy: string | null;

  @Column('timestamptz', { nullable: true })
  refusedAt: Date | null;
}
