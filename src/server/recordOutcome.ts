import { Refusal, type Answer } from './answer.js';
import type { UsersActionEvent } from './options.js';

/** Carries out a write, and tells `record` of it when it happened or may have. What it throws passes through. */
export async function recordOutcome(
  carryOut: () => Promise<Answer>,
  write: Omit<UsersActionEvent, 'outcome' | 'status' | 'at'>,
  record: (event: UsersActionEvent) => Promise<void>,
): Promise<Answer> {
  const tell = (outcome: UsersActionEvent['outcome'], status: number) =>
    record({ ...write, outcome, status, at: new Date().toISOString() });
  let answer: Answer;
  try {
    answer = await carryOut();
  } catch (error) {
    if (!(error instanceof Refusal)) await tell('unknown', 500);
    else if (error.options.isInDoubt) await tell('unknown', error.status);
    throw error;
  }
  await tell('done', answer.status);
  return answer;
}
