export { Book, type BookOptions } from './book.js';
export {
  importFile,
  readLines,
  type BadLine,
  type ImportLine,
  type ImportOptions,
  type ImportReport,
} from './import-file.js';
export { demonstrationProgramme, loadDemonstration } from './demonstration.js';
