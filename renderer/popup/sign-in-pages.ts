/** The popup while nobody is signed in, or a sign-in is to be made again. */
export { BrowserSignIn } from './browser-sign-in.tsx';
export { SignIn } from './sign-in.tsx';
