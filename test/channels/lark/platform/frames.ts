import protobuf from "protobufjs";
import { z } from "zod";

/** The frames of the long connection, pbbp2; its counters are 64 bits wide there, and the same on the wire while small. */
const { root } = protobuf.parse(
  `syntax = "proto2";
  package pbbp2;
  message Header { required string key = 1; required string value = 2; }
  message Frame {
    required uint32 SeqID = 1;
    required uint32 LogID = 2;
    required int32 service = 3;
    required int32 method = 4;
    repeated Header headers = 5;
    optional string payload_encoding = 6;
    optional string payload_type = 7;
    optional bytes payload = 8;
    optional string LogIDNew = 9;
  }`,
  { keepCase: true },
);
const type = root.lookupType("pbbp2.Frame");

/** 0 is about the connection itself (ping, pong), 1 carries events. */
export type Frame = {
  readonly method: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
};

const shape = z.object({
  method: z.number(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
  payload: z.instanceof(Uint8Array).optional(),
});

export function encodeFrame({ method, headers, payload }: Frame): Uint8Array {
  return type
    .encode({
      SeqID: 1,
      LogID: 1,
      service: 1,
      method,
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
      payload: new TextEncoder().encode(payload),
    })
    .finish();
}

/** Throws on bytes that are no frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const { method, headers, payload } = shape.parse(type.toObject(type.decode(bytes)));
  return {
    method,
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
    payload: new TextDecoder().decode(payload),
  };
}
