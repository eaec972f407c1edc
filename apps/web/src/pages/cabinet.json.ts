export { practiceRoute as GET } from '../features/practice/endpoint.ts';
