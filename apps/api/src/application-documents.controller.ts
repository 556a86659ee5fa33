import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@luban/audit';
import { AddDocumentDto, ApplicationDocuments, ApplicationDto, ApplicationForm } from '@luban/approvals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, May } from './doors/who-may.js';
import { uploadOf } from './upload.js';
import { validationPipe } from './validation.js';

/** The papers of an application: what comes with it, and the form to print, stamp and scan. */
@ApiTags('approvals')
@Controller('applications/:applicationId')
export class ApplicationDocumentsController {
  constructor(
    private readonly documents: ApplicationDocuments,
    private readonly form: ApplicationForm,
  ) {}

  /** One file as multipart field `file` beside the fields of `AddDocumentDto`. */
  @Post('documents')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AddDocumentDto })
  @May('applications.own')
  async addDocument(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
  ): Promise<ApplicationDto> {
    const upload = await uploadOf(request);
    const wish = (await validationPipe().transform(upload.fields, {
      type: 'body',
      metatype: AddDocumentDto,
    })) as AddDocumentDto;
    return this.documents.add(actor, applicationId, upload, wish);
  }

  /** Removes one that was never submitted. */
  @Delete('documents/:documentId')
  @May('applications.own')
  removeDocument(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Param('documentId') documentId: string,
  ): Promise<ApplicationDto> {
    return this.documents.remove(actor, applicationId, documentId);
  }

  /** The file, always as a download. */
  @Get('documents/:documentId/file')
  @ApiProduces('application/octet-stream')
  @May('applications.read')
  async documentFile(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Param('documentId') documentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { document, content } = await this.documents.read(actor, applicationId, documentId);
    void asDownload(reply, document.fileName, document.mediaType)
      .header('Content-Length', document.sizeBytes)
      .send(content);
  }

  /** 申请表: the whole application as it is now, with its page code at the foot of each page. */
  @Get('form.pdf')
  @ApiProduces('application/pdf')
  @May('applications.read')
  async printedForm(
    @CurrentActor() actor: Actor,
    @Param('applicationId') applicationId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, bytes } = await this.form.print(actor, applicationId);
    void asDownload(reply, fileName, 'application/pdf').send(bytes);
  }
}

/** Nothing of a file from elsewhere is shown or run in the pages of this site. */
const asDownload = (reply: FastifyReply, fileName: string, mediaType: string): FastifyReply =>
  reply
    .type(mediaType)
    .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Security-Policy', "default-src 'none'; sandbox")
    .header('Cache-Control', 'private, no-store');
