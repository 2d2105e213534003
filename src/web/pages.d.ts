// What our scripts hand each other through the window of a page.

interface Said {
  detail?: string;
  errorId?: string;
}

interface Column {
  key: string;
  label: string;
}

interface Choice {
  value: string;
  label: string;
}

interface Window {
  talk: {
    headers(): Record<string, string>;
    renewed(): Promise<boolean>;
    isLost(status: number, said?: Said): boolean;
    loginLine(sentence: string, words: string): HTMLElement;
  };
  pasted: {
    amount(text: string): string;
    cells(text: string): string[][];
    day(text: string): string;
    oneOf(choices: Choice[], text: string): string;
    places(columns: Column[], grid: string[][], from: number): { at: number[]; heads: string[]; lines: string[][] };
    strange(grid: string[][], at: number[], heads: string[]): string;
    truth(text: string): string;
  };
}
