import type { MoreWords } from './more-words.ts'

export const words: MoreWords = {
  picked: 'ملفات للإرسال',
  removeFile: 'إزالة {name}',
  openFile: 'فتح {name}',
  uploading: 'جارٍ الإرسال',
  fileKind: 'لا يمكن إرسال {name}. يمكنك إرسال الصور ومقاطع الفيديو والصوت وملفات PDF ومستندات المكتب.',
  oneTooLarge: '{name} كبير جدًا: 10 ميغابايت كحد أقصى.',
  allTooLarge: 'هذه الملفات معًا كبيرة جدًا: 20 ميغابايت كحد أقصى.',
  tooMany: '5 ملفات كحد أقصى في كل مرة.',
  fileGone: 'لم يحتفظ متصفحك بهذا الملف. يرجى اختياره مرة أخرى.',
  sound: 'صوت عند الرد',
  endChat: 'إنهاء المحادثة',
  endAsk: 'هل تريد إنهاء هذه المحادثة؟ يمكنك بدء محادثة جديدة في أي وقت.',
  keep: 'متابعة المحادثة',
  endFailed: 'لم ينجح ذلك. هل تحاول مرة أخرى؟',
}
