import type { APIRoute } from 'astro';
import { answerToken } from '../../features/form-token/answer-token.ts';

export const prerender = false;

export const GET: APIRoute = (context) => answerToken(context);
