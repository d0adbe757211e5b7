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
