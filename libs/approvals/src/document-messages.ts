import { defineMessages } from '@luban/platform';

/** Why a document is not taken, and what to do. */
defineMessages({
  'approvals.document-not-found': {
    zh: '没有找到这份材料，或它不在您的权限范围内。',
    en: 'There is no such document, or it is not within your reach.',
  },
  'approvals.document-name': {
    zh: '文件名不可用，请改成普通的文件名（如“请示.pdf”）后重新上传。',
    en: 'The name of the file cannot be used. Give it a plain one, such as "request.pdf".',
  },
  'approvals.document-type': {
    zh: '“{zh}”只接受 {types} 格式的文件。',
    en: 'The "{en}" may be: {types}.',
  },
  'approvals.document-empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'approvals.document-mismatch': {
    zh: '文件内容与扩展名不符：扩展名是 {claimed}，内容却是{zh}。请上传真正的 {claimed} 文件。',
    en: 'The content is not what the name says: the name ends in {claimed}, the content is {en}.',
  },
  'approvals.document-broken': {
    zh: '文件已损坏或不完整，请重新导出后上传。',
    en: 'The file is broken or cut off. Export it again.',
  },
  'approvals.document-polyglot': {
    zh: '文件前后附有其他内容（例如压缩包或网页），不能接收。请重新导出一份干净的文件。',
    en: 'Something else is attached to the file (an archive, a web page). Export a clean one.',
  },
  'approvals.document-encrypted': {
    zh: '文件设有密码或权限限制，请去除保护后上传。',
    en: 'The file is protected by a password. Remove the protection.',
  },
  'approvals.document-old-or-encrypted': {
    zh: '文件是旧版格式（.doc、.xls）或设有密码，请另存为不加密的新版格式后上传。',
    en: 'The file is of the old format (.doc, .xls) or protected by a password. Save it as a new one without.',
  },
  'approvals.document-active': {
    zh: '文件含有可运行或外链的内容（{what}），不能接收。请去除宏、脚本和嵌入对象。',
    en: 'The file holds something that runs or is loaded from elsewhere ({what}). Remove macros, scripts and embedded objects.',
  },
  'approvals.document-no-pages': { zh: 'PDF 文件没有任何页面。', en: 'The PDF has no pages.' },
  'approvals.document-too-many-pixels': {
    zh: '图片像素过大，请降低扫描分辨率。',
    en: 'The picture has too many pixels. Scan it at a lower resolution.',
  },
  'approvals.document-bomb': {
    zh: '文件解压后过大，不能接收。',
    en: 'Unpacked, the file would be too large. It is not taken.',
  },
  'approvals.documents-most': {
    zh: '一份申报最多 {most} 份材料，请先删除不需要的。',
    en: 'An application has at most {most} documents. Remove what is not needed.',
  },
  'approvals.document-occupation': {
    zh: '申报中没有这个职业，请重新选择。',
    en: 'The application has no such occupation. Choose again.',
  },
  'approvals.document-submitted': {
    zh: '这份材料属于已提交的版本，须保留；可以另行上传新的材料。',
    en: 'This document is part of what was submitted and stays. Add a new one beside it.',
  },
  'approvals.form-not-stamped': {
    zh: '这是未盖章的电子原件。请打印、盖章后，上传扫描件。',
    en: 'This is the unstamped original. Print it, have it stamped, and add the scan.',
  },
  'approvals.page-code-needed': {
    zh: '请填写盖章申请表每页下方打印的页码校验码。',
    en: 'Give the code that is printed at the foot of each page of the stamped form.',
  },
  'approvals.page-code-unreadable': {
    zh: '页码校验码“{code}”不完整，应形如 12-K7QD-2M9X。',
    en: 'The code "{code}" is not whole; it looks like 12-K7QD-2M9X.',
  },
  'approvals.scan-of-older-version': {
    zh: '扫描件是旧版本（{code}）的申请表，现在的校验码是 {current}。请重新打印、盖章后上传。',
    en: 'The scan is of an older version ({code}); the current code is {current}. Print, stamp and scan it again.',
  },
  'approvals.scan-of-other-data': {
    zh: '页码校验码 {code} 与本申报不符，现在的校验码是 {current}。请核对后重新填写。',
    en: 'The code {code} does not belong to this application; the current code is {current}. Check it again.',
  },
});
