import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { readConfig } from '@luban/platform';
import { ApiModule } from './api.module.js';
import { withPrefix } from './create-api.js';

/**
 * The description of the API, from the code alone: no database, nothing started. Only from the built code (`dist`):
 * the shapes of DTOs are written into it by Nest's compiler plugin.
 */
export async function describeApi(): Promise<OpenAPIObject> {
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@localhost/none' });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.for(config), new FastifyAdapter(), {
    preview: true,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    withPrefix(app);
    const document = SwaggerModule.createDocument(app, settings(), {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    });
    return withProblems(document);
  } finally {
    await app.close();
  }
}

const settings = () =>
  new DocumentBuilder()
    .setTitle('Luban 鲁班')
    .setDescription(
      'Skills competitions from the application to the certificate. Marks are integers in hundredths, times ISO 8601 ' +
        'with zone. Refusals are problem documents (RFC 9457) with a stable `code` and `message` in Chinese and English. ' +
        'Edits name the version they are based on in `If-Match`; creating POSTs accept an `Idempotency-Key`.',
    )
    .setVersion('1')
    .addCookieAuth('luban_session')
    .addBearerAuth()
    .build();

/** Every operation may answer a problem document. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const said = {
    type: 'object',
    properties: { zh: { type: 'string' }, en: { type: 'string' } },
    required: ['zh', 'en'],
  };
  const fault = {
    type: 'object',
    properties: { path: { type: 'string' }, code: { type: 'string' }, message: said },
    required: ['path', 'code', 'message'],
  };
  const problem = {
    type: 'object',
    description:
      'RFC 9457, with a stable code and the text in both languages; some codes bring further members',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', example: 'judging.form-signed-off' },
      detail: { type: 'string', description: 'the text in the language of Accept-Language' },
      message: said,
      params: { type: 'object', additionalProperties: true },
      errors: { type: 'array', items: fault },
    },
    required: ['type', 'title', 'status', 'code', 'detail', 'message'],
    additionalProperties: true,
  };
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const path of Object.values(document.paths)) {
    for (const method of ['get', 'put', 'post', 'delete', 'patch'] as const) {
      const operation = path[method];
      if (operation) operation.responses['default'] = { description: 'a refusal', content };
    }
  }
  const schemas = { ...document.components?.schemas, Problem: problem as object };
  return { ...document, components: { ...document.components, schemas } };
}
