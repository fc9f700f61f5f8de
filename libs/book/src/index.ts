export { Book, type BookOptions } from './book.js';
