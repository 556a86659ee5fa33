import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';

/** A document of an application, kept by its content. */
@Entity('application_document')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], {
  name: 'application_document_application_fk',
})
@Index('application_document_application_idx', ['applicationId'], { where: `removed_at IS NULL` })
@Check(
  'application_document_kind_check',
  `kind IN ('request', 'stampedForm', 'feasibility', 'standard', 'implementationPlan', 'agreement', 'supplement', 'other')`,
)
export class ApplicationDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_document_pkey' })
  applicationId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_document_pkey' })
  id: string;

  /** 请示, 盖章申请表, 可行性分析, 标准颁布文件, 组织实施方案, 协议, 补充材料. */
  @Column('text')
  kind:
    | 'request'
    | 'stampedForm'
    | 'feasibility'
    | 'standard'
    | 'implementationPlan'
    | 'agreement'
    | 'supplement'
    | 'other';

  /** A copy of the standard belongs to one occupation. */
  @Column('uuid', { nullable: true })
  occupationId: string | null;

  @Column('text')
  fileHash: string;

  @Column('text')
  fileName: string;

  @Column('text')
  mediaType: string;

  @Column('int')
  sizeBytes: number;

  /** Of the stamped form: must be that of the data. */
  @Column('text', { nullable: true })
  pageCode: string | null;

  @Column('uuid', { nullable: true })
  uploadedBy: string | null;

  @Column('timestamptz')
  uploadedAt: Date;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('uuid', { nullable: true })
  removedBy: string | null;
}
