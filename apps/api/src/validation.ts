import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { defineMessages, Invalid, type Said } from '@luban/platform';
import type { ValidationError } from 'class-validator';

defineMessages({
  'platform.invalid': {
    zh: '提交的内容有 {count} 处需要改正。',
    en: 'There are {count} things to correct in what was sent.',
  },
});

/** One fault of a request: where it lies (`modules.0.weight`), which rule it breaks, and that in words. */
export interface Fault {
  path: string;
  code: string;
  message: Said;
}

/** Checks request bodies and queries by their DTO classes; what a DTO does not know is refused, not dropped. */
export const validationPipe = (): ValidationPipe =>
  new TextCheckingPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const faults = errors.flatMap((error) => faultsOf(error));
      return new Invalid('platform.invalid', { count: faults.length }, { errors: faults });
    },
  });

/** Text that no database can keep – a NUL, half a surrogate pair – is a fault like any other. */
class TextCheckingPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const faults = unkeepable(value, '');
    if (faults.length > 0)
      throw new Invalid('platform.invalid', { count: faults.length }, { errors: faults });
    return super.transform(value, metadata);
  }
}

function unkeepable(value: unknown, path: string): Fault[] {
  if (typeof value === 'string') {
    return value.includes('\u0000') || /\p{Cs}/u.test(value) ? [{ path, ...unkeepableText }] : [];
  }
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([key, own]) => unkeepable(own, path ? `${path}.${key}` : key));
}

const unkeepableText = {
  code: 'validation.text',
  message: { zh: '含有无法保存的字符', en: 'contains characters that cannot be kept' },
};

function faultsOf(error: ValidationError, parent = ''): Fault[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, english]) => ({
    path,
    code: `validation.${rule}`,
    message: { zh: inChinese(rule, english), en: english },
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}

/** class-validator speaks English; its numbers and lists are taken over into the Chinese sentence. */
function inChinese(rule: string, english: string): string {
  const number = english.match(/-?\d+(\.\d+)?/g)?.at(-1) ?? '';
  const list = english.split(': ').at(-1) ?? '';
  return chinese[rule]?.replace('#', number).replace('…', list) ?? '内容不符合要求';
}

const chinese: Record<string, string> = {
  whitelistValidation: '不认识的字段',
  isDefined: '必须填写',
  isNotEmpty: '必须填写',
  isString: '应为文字',
  isInt: '应为整数',
  isNumber: '应为数字',
  isBoolean: '应为“是”或“否”',
  isArray: '应为列表',
  isObject: '应为对象',
  isUuid: '应为编号（UUID）',
  isDateString: '应为日期或时间（ISO 8601）',
  isIso8601: '应为日期或时间（ISO 8601）',
  isEmail: '应为电子邮箱地址',
  isIn: '只能是以下之一：…',
  isEnum: '只能是以下之一：…',
  min: '不能小于 #',
  max: '不能大于 #',
  minLength: '至少 # 个字符',
  maxLength: '最多 # 个字符',
  isLength: '长度不符合要求（#）',
  arrayMinSize: '至少 # 项',
  arrayMaxSize: '最多 # 项',
  arrayNotEmpty: '至少 1 项',
  arrayUnique: '不能有重复项',
  matches: '格式不正确',
  plainText: '不能含有控制字符、零宽字符或改变文字方向的字符',
  calendarDay: '应为日历中存在的日期（年-月-日）',
};
