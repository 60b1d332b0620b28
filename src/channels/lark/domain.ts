/** Where the open platform is reached: Feishu, Lark, or a private deployment under an address of its own. */
export function domainOf(setting: string): string {
  switch (setting) {
    case "feishu":
      return "https://open.feishu.cn";
    case "lark":
      return "https://open.larksuite.com";
    default:
      // The SDK puts paths behind it as they are.
      return setting.replace(/\/+$/, "");
  }
}
