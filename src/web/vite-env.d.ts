/// <reference types="vite/client" />

declare module 'virtual:catalogue' {
  export const catalogueData: unknown;
}
