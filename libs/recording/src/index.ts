export { judge, type Asked, type ChangeAsked, type Judgement, type Slot } from './judge.js';
