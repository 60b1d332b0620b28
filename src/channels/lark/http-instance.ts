import type * as Sdk from "@larksuiteoapi/node-sdk";
import { asFormData } from "./multipart.ts";

/** How long a call may take, in milliseconds: a large file over a slow line, and no longer. */
const TIMEOUT = 30_000;

/** The SDK's kind of HTTP client, with what its own lacks: an end to waiting, and files that have a name. */
export function httpOf(sdk: typeof Sdk): Sdk.HttpInstance {
  const http = sdk.defaultHttpInstance.create({ timeout: TIMEOUT, maxRedirects: 0 });
  const request: Sdk.HttpInstance["request"] = async (options) => {
    const { $return_headers: wantsHeaders, data: given, ...rest } = options;
    const response = await http.request({
      ...rest,
      data: asFormData(given, String(options.headers?.["Content-Type"] ?? "")),
    });
    // The SDK asks for the headers of downloads by a mark of its own, and wants the bare answer otherwise.
    return wantsHeaders ? { data: response.data, headers: response.headers } : response.data;
  };
  return {
    request,
    get: (url, options) => request({ ...options, method: "GET", url }),
    delete: (url, options) => request({ ...options, method: "DELETE", url }),
    head: (url, options) => request({ ...options, method: "HEAD", url }),
    options: (url, options) => request({ ...options, method: "OPTIONS", url }),
    post: (url, data, options) => request({ ...options, method: "POST", url, ...(data === undefined ? {} : { data }) }),
    put: (url, data, options) => request({ ...options, method: "PUT", url, ...(data === undefined ? {} : { data }) }),
    patch: (url, data, options) =>
      request({ ...options, method: "PATCH", url, ...(data === undefined ? {} : { data }) }),
  };
}
