export {
  copyBook,
  CopyDiffers,
  CopyStopped,
  TargetNotEmpty,
  type CopyOptions,
  type CopyPart,
  type CopyReport,
} from './copy-book.js';
