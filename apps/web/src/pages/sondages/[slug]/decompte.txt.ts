import type { APIRoute } from 'astro';
import { answerFinalText } from '../../../features/poll/answer-final-text.ts';

export const prerender = false;

export const GET: APIRoute = (context) => answerFinalText(context, 'fr-CA');
