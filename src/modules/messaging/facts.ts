/** What this department announces. */
import { fact } from '#platform/facts';

export interface QuestionFact {
  question: string;
  product: string;
  store: string;
}

export const questionAsked = fact<QuestionFact>('messaging.question_asked');
/** Announced again when an answer was taken back and another given. */
export const questionAnswered = fact<QuestionFact>('messaging.question_answered');
/** What readers see of it is another now: an answer was changed or taken back, or the desk hid it or put it back. */
export const questionChanged = fact<QuestionFact>('messaging.question_changed');
