namespace InboxSdk.Tests.V2;

/// <summary>Contains responses of the API, from the examples of its description.</summary>
internal static class Examples
{
    public const string Platforms = """
        [
          {
            "platform": "twitter", "name": "X", "usernamePrefix": "@",
            "capabilities": [
              "message:send", "message:edit", "message:delete:self", "message:unsend", "message:react", "message:reply", "message:forward",
              "media:image", "media:video", "media:gif", "thread:typing:send", "thread:typing:receive", "thread:message-requests",
              "thread:delete:remote", "thread:archive:observe", "thread:archive:mutate", "thread:read:observe", "thread:read:mutate"
            ],
            "limits": {
              "characters": 10000, "mediaCount": 4, "mediaBytes": 5242880,
              "mediaTypes": {"image": ["image/jpeg", "image/png"], "gif": ["image/gif"], "video": ["video/mp4"]}
            },
            "mutationWindows": {"message:edit": 900}, "threadState": {"archive": null, "read": {"observe": true, "mutate": false}}
          }
        ]
        """;

    public const string Team = """
        {
          "id": "teamx7k2m9qwe4rt8yuz1p5s", "name": "Example Team", "slug": "example-team", "imageUrl": null, "currency": "USD",
          "allowSupportAccess": false, "createdAt": "2026-09-01T10:00:00.000Z"
        }
        """;

    public const string Members = """
        {
          "data": [
            {
              "id": "memx7k2m9qwe4rt8yuz1p5sd", "name": "Ada Moss", "email": "ada@example.com", "imageUrl": null, "role": "admin",
              "createdAt": "2026-09-01T10:00:00.000Z"
            }
          ],
          "nextCursor": null
        }
        """;

    public const string Member = """
        {
          "id": "memx7k2m9qwe4rt8yuz1p5sd", "name": "Ada Moss", "email": "ada@example.com", "imageUrl": null, "role": "admin",
          "createdAt": "2026-09-01T10:00:00.000Z"
        }
        """;

    public const string AccountLink = """
        {
          "id": "accx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "1234567890", "username": "exampleteam",
          "displayName": "Example Team", "avatarUrl": null, "status": "active", "pauseReasons": [],
          "capabilities": [
            "message:send", "message:edit", "message:delete:self", "message:unsend", "message:react", "message:reply", "message:forward",
            "media:image", "media:video", "media:gif", "thread:typing:send", "thread:typing:receive", "thread:message-requests",
            "thread:delete:remote", "thread:archive:observe", "thread:archive:mutate", "thread:read:observe", "thread:read:mutate"
          ],
          "syncedAt": "2026-09-02T10:05:00.000Z", "createdAt": "2026-09-02T10:00:00.000Z"
        }
        """;

    public const string AccountLinkPaused = """
        {
          "id": "bccx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "1234567890", "username": "exampleteam",
          "displayName": "Example Team", "avatarUrl": null, "status": "paused", "pauseReasons": ["billing"],
          "capabilities": [
            "message:send", "message:edit", "message:delete:self", "message:unsend", "message:react", "message:reply", "message:forward",
            "media:image", "media:video", "media:gif", "thread:typing:send", "thread:typing:receive", "thread:message-requests",
            "thread:delete:remote", "thread:archive:observe", "thread:archive:mutate", "thread:read:observe", "thread:read:mutate"
          ],
          "syncedAt": null, "createdAt": "2026-09-02T10:00:00.000Z"
        }
        """;

    public const string Contact = """
        {
          "id": "conx7k2m9qwe4rt8yuz1p5sd",
          "profiles": [
            {
              "id": "prfx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "9876543210", "username": "jane", "handle": "@jane",
              "displayName": "Jane Roe", "avatarUrl": null, "bio": "Builds things.", "location": null, "websiteUrl": "https://example.com/jane",
              "websiteDomain": "example.com", "verified": true, "isOrganization": false, "isProtected": false, "followerCount": 5420,
              "followingCount": 892, "postCount": 120, "engagementCount": null, "listedCount": null, "accountStatus": "active",
              "platformCreatedAt": "2015-03-01T00:00:00.000Z", "profileUrl": "https://x.com/jane", "updatedAt": "2026-09-14T10:01:00.000Z",
              "platformData": {
                "_tag": "twitter", "badge": "blue", "profileType": "personal", "professionalCategory": null, "urlEntities": [], "bannerUrl": null,
                "rawData": null
              }
            }
          ],
          "statusId": "stax7k2m9qwe4rt8yuz1p5sd", "tagIds": ["tagx7k2m9qwe4rt8yuz1p5sd"], "notes": null, "valuation": 12000.5,
          "assigneeId": "memx7k2m9qwe4rt8yuz1p5sd", "createdAt": "2026-09-04T10:00:00.000Z", "updatedAt": "2026-09-14T10:02:00.000Z"
        }
        """;

    public const string ContactExpanded = """
        {
          "id": "conx7k2m9qwe4rt8yuz1p5sd",
          "profiles": [
            {
              "id": "prfx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "9876543210", "username": "jane", "handle": "@jane",
              "displayName": "Jane Roe", "avatarUrl": null, "bio": "Builds things.", "location": null, "websiteUrl": "https://example.com/jane",
              "websiteDomain": "example.com", "verified": true, "isOrganization": false, "isProtected": false, "followerCount": 5420,
              "followingCount": 892, "postCount": 120, "engagementCount": null, "listedCount": null, "accountStatus": "active",
              "platformCreatedAt": "2015-03-01T00:00:00.000Z", "profileUrl": "https://x.com/jane", "updatedAt": "2026-09-14T10:01:00.000Z",
              "platformData": {
                "_tag": "twitter", "badge": "blue", "profileType": "personal", "professionalCategory": null, "urlEntities": [], "bannerUrl": null,
                "rawData": null
              }
            }
          ],
          "statusId": "stax7k2m9qwe4rt8yuz1p5sd", "tagIds": ["tagx7k2m9qwe4rt8yuz1p5sd"], "notes": null, "valuation": 12000.5,
          "assigneeId": "memx7k2m9qwe4rt8yuz1p5sd", "createdAt": "2026-09-04T10:00:00.000Z", "updatedAt": "2026-09-14T10:02:00.000Z",
          "status": {"id": "stax7k2m9qwe4rt8yuz1p5sd", "name": "Qualified", "color": null, "createdAt": "2026-09-03T10:00:00.000Z"},
          "tags": [{"id": "tagx7k2m9qwe4rt8yuz1p5sd", "name": "VIP", "color": "#3b82f6"}],
          "assignee": {
            "id": "memx7k2m9qwe4rt8yuz1p5sd", "name": "Ada Moss", "email": "ada@example.com", "imageUrl": null, "role": "admin",
            "createdAt": "2026-09-01T10:00:00.000Z"
          }
        }
        """;

    public const string Thread = """
        {
          "id": "thrx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "1234567890-9876543210", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd",
          "profileId": "prfx7k2m9qwe4rt8yuz1p5sd", "contactId": "conx7k2m9qwe4rt8yuz1p5sd", "assigneeId": "memx7k2m9qwe4rt8yuz1p5sd",
          "isRequest": false, "acceptanceState": "notRequired", "archived": false, "unread": true, "restrictions": [], "syncing": false,
          "typingIndicators": "teamDefault",
          "lastMessage": {"id": "msgx7k2m9qwe4rt8yuz1p5sd", "direction": "inbound", "createdAt": "2026-09-14T10:30:00.000Z"},
          "activity": {"preview": "Hello 👋", "direction": "inbound", "at": "2026-09-14T10:30:00.000Z"}, "createdAt": "2026-09-05T10:00:00.000Z"
        }
        """;

    public const string ThreadExpanded = """
        {
          "id": "thrx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "1234567890-9876543210", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd",
          "profileId": "prfx7k2m9qwe4rt8yuz1p5sd", "contactId": "conx7k2m9qwe4rt8yuz1p5sd", "assigneeId": "memx7k2m9qwe4rt8yuz1p5sd",
          "isRequest": false, "acceptanceState": "notRequired", "archived": false, "unread": true, "restrictions": [], "syncing": false,
          "typingIndicators": "teamDefault",
          "lastMessage": {"id": "msgx7k2m9qwe4rt8yuz1p5sd", "direction": "inbound", "createdAt": "2026-09-14T10:30:00.000Z"},
          "activity": {"preview": "Hello 👋", "direction": "inbound", "at": "2026-09-14T10:30:00.000Z"}, "createdAt": "2026-09-05T10:00:00.000Z",
          "accountLink": {
            "id": "accx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "1234567890", "username": "exampleteam",
            "displayName": "Example Team", "avatarUrl": null, "status": "active", "pauseReasons": [],
            "capabilities": [
              "message:send", "message:edit", "message:delete:self", "message:unsend", "message:react", "message:reply", "message:forward",
              "media:image", "media:video", "media:gif", "thread:typing:send", "thread:typing:receive", "thread:message-requests",
              "thread:delete:remote", "thread:archive:observe", "thread:archive:mutate", "thread:read:observe", "thread:read:mutate"
            ],
            "syncedAt": "2026-09-02T10:05:00.000Z", "createdAt": "2026-09-02T10:00:00.000Z"
          },
          "profile": {
            "id": "prfx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "9876543210", "username": "jane", "handle": "@jane",
            "displayName": "Jane Roe", "avatarUrl": null, "bio": "Builds things.", "location": null, "websiteUrl": "https://example.com/jane",
            "websiteDomain": "example.com", "verified": true, "isOrganization": false, "isProtected": false, "followerCount": 5420,
            "followingCount": 892, "postCount": 120, "engagementCount": null, "listedCount": null, "accountStatus": "active",
            "platformCreatedAt": "2015-03-01T00:00:00.000Z", "profileUrl": "https://x.com/jane", "updatedAt": "2026-09-14T10:01:00.000Z",
            "platformData": {
              "_tag": "twitter", "badge": "blue", "profileType": "personal", "professionalCategory": null, "urlEntities": [], "bannerUrl": null,
              "rawData": null
            }
          },
          "contact": {
            "id": "conx7k2m9qwe4rt8yuz1p5sd",
            "profiles": [
              {
                "id": "prfx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "9876543210", "username": "jane", "handle": "@jane",
                "displayName": "Jane Roe", "avatarUrl": null, "bio": "Builds things.", "location": null, "websiteUrl": "https://example.com/jane",
                "websiteDomain": "example.com", "verified": true, "isOrganization": false, "isProtected": false, "followerCount": 5420,
                "followingCount": 892, "postCount": 120, "engagementCount": null, "listedCount": null, "accountStatus": "active",
                "platformCreatedAt": "2015-03-01T00:00:00.000Z", "profileUrl": "https://x.com/jane", "updatedAt": "2026-09-14T10:01:00.000Z",
                "platformData": {
                  "_tag": "twitter", "badge": "blue", "profileType": "personal", "professionalCategory": null, "urlEntities": [], "bannerUrl": null,
                  "rawData": null
                }
              }
            ],
            "statusId": "stax7k2m9qwe4rt8yuz1p5sd", "tagIds": ["tagx7k2m9qwe4rt8yuz1p5sd"], "notes": null, "valuation": 12000.5,
            "assigneeId": "memx7k2m9qwe4rt8yuz1p5sd", "createdAt": "2026-09-04T10:00:00.000Z", "updatedAt": "2026-09-14T10:02:00.000Z"
          },
          "assignee": {
            "id": "memx7k2m9qwe4rt8yuz1p5sd", "name": "Ada Moss", "email": "ada@example.com", "imageUrl": null, "role": "admin",
            "createdAt": "2026-09-01T10:00:00.000Z"
          }
        }
        """;

    public const string Tag = """
        {"id": "tagx7k2m9qwe4rt8yuz1p5sd", "name": "VIP", "color": "#3b82f6"}
        """;

    public const string Status = """
        {"id": "stax7k2m9qwe4rt8yuz1p5sd", "name": "Qualified", "color": null, "createdAt": "2026-09-03T10:00:00.000Z"}
        """;

    public const string Colors = """
        [{"name": "blue", "hex": "#3b82f6"}, {"name": "red", "hex": "#ef4444"}]
        """;

    public const string Message = """
        {
          "id": "msgx7k2m9qwe4rt8yuz1p5sd", "threadId": "thrx7k2m9qwe4rt8yuz1p5sd", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter",
          "platformId": "1833333333333333333", "direction": "inbound", "sentBy": null, "content": "Hello 👋 https://example.com",
          "entities": {
            "urls": [{"url": "https://example.com", "displayUrl": "example.com", "indices": {"start": 8, "end": 27}}], "postShares": [],
            "mentions": [], "hashtags": [], "cashtags": [], "format": []
          },
          "attachments": [
            {
              "index": 0, "kind": "image", "filename": null, "contentType": "image/jpeg", "sizeBytes": 20480, "width": 640, "height": 480,
              "aspectRatio": 1.3333, "durationSeconds": null, "status": "ready", "url": "https://media.example.com/a.jpg",
              "expiresAt": "2026-09-14T10:59:00.000Z", "poster": null
            },
            {
              "index": 1, "kind": "card", "url": "https://example.com/post", "title": "A post", "description": null, "domain": "example.com",
              "thumbnail": null
            }
          ],
          "forwarded": null,
          "reactions": [{"emoji": "👍", "author": {"type": "accountLink", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd"}, "createdAt": "2026-09-14T10:31:00.000Z"}],
          "editedAt": null, "deletedAt": null, "createdAt": "2026-09-14T10:30:00.000Z", "platformData": {"_tag": "twitter", "encrypted": true},
          "replyTo": null
        }
        """;

    public const string MessageOutbound = """
        {
          "id": "msox7k2m9qwe4rt8yuz1p5sd", "threadId": "thrx7k2m9qwe4rt8yuz1p5sd", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter",
          "platformId": "1833333333333333333", "direction": "outbound", "sentBy": {"type": "api", "tokenId": "tokx7k2m9qwe4rt8yuz1p5sd"},
          "content": "Thanks!", "entities": {"urls": [], "postShares": [], "mentions": [], "hashtags": [], "cashtags": [], "format": []},
          "attachments": [], "forwarded": null, "reactions": [], "editedAt": null, "deletedAt": null, "createdAt": "2026-09-14T10:32:00.000Z",
          "platformData": {"_tag": "twitter", "encrypted": true},
          "replyTo": {"messageId": "msgx7k2m9qwe4rt8yuz1p5sd", "platformId": "1833333333333333333", "content": "Hello 👋", "authorName": "Jane Roe"}
        }
        """;

    public const string MessageExpanded = """
        {
          "id": "msox7k2m9qwe4rt8yuz1p5sd", "threadId": "thrx7k2m9qwe4rt8yuz1p5sd", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter",
          "platformId": "1833333333333333333", "direction": "outbound",
          "sentBy": {
            "type": "member", "memberId": "memx7k2m9qwe4rt8yuz1p5sd",
            "member": {
              "id": "memx7k2m9qwe4rt8yuz1p5sd", "name": "Ada Moss", "email": "ada@example.com", "imageUrl": null, "role": "admin",
              "createdAt": "2026-09-01T10:00:00.000Z"
            }
          },
          "content": "Thanks!", "entities": {"urls": [], "postShares": [], "mentions": [], "hashtags": [], "cashtags": [], "format": []},
          "attachments": [], "forwarded": null, "reactions": [], "editedAt": null, "deletedAt": null, "createdAt": "2026-09-14T10:32:00.000Z",
          "platformData": {"_tag": "twitter", "encrypted": true},
          "replyTo": {
            "messageId": "msgx7k2m9qwe4rt8yuz1p5sd", "platformId": "1833333333333333333", "content": "Hello 👋", "authorName": "Jane Roe",
            "message": {
              "id": "msgx7k2m9qwe4rt8yuz1p5sd", "threadId": "thrx7k2m9qwe4rt8yuz1p5sd", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd",
              "platform": "twitter", "platformId": "1833333333333333333", "direction": "inbound", "sentBy": null,
              "content": "Hello 👋 https://example.com",
              "entities": {
                "urls": [{"url": "https://example.com", "displayUrl": "example.com", "indices": {"start": 8, "end": 27}}], "postShares": [],
                "mentions": [], "hashtags": [], "cashtags": [], "format": []
              },
              "attachments": [
                {
                  "index": 0, "kind": "image", "filename": null, "contentType": "image/jpeg", "sizeBytes": 20480, "width": 640, "height": 480,
                  "aspectRatio": 1.3333, "durationSeconds": null, "status": "ready", "url": "https://media.example.com/a.jpg",
                  "expiresAt": "2026-09-14T10:59:00.000Z", "poster": null
                },
                {
                  "index": 1, "kind": "card", "url": "https://example.com/post", "title": "A post", "description": null, "domain": "example.com",
                  "thumbnail": null
                }
              ],
              "forwarded": null,
              "reactions": [
                {
                  "emoji": "👍", "author": {"type": "accountLink", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd"},
                  "createdAt": "2026-09-14T10:31:00.000Z"
                }
              ],
              "editedAt": null, "deletedAt": null, "createdAt": "2026-09-14T10:30:00.000Z", "platformData": {"_tag": "twitter", "encrypted": true},
              "replyTo": null
            }
          },
          "thread": {
            "id": "thrx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "1234567890-9876543210",
            "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd", "profileId": "prfx7k2m9qwe4rt8yuz1p5sd", "contactId": "conx7k2m9qwe4rt8yuz1p5sd",
            "assigneeId": "memx7k2m9qwe4rt8yuz1p5sd", "isRequest": false, "acceptanceState": "notRequired", "archived": false, "unread": true,
            "restrictions": [], "syncing": false, "typingIndicators": "teamDefault",
            "lastMessage": {"id": "msgx7k2m9qwe4rt8yuz1p5sd", "direction": "inbound", "createdAt": "2026-09-14T10:30:00.000Z"},
            "activity": {"preview": "Hello 👋", "direction": "inbound", "at": "2026-09-14T10:30:00.000Z"}, "createdAt": "2026-09-05T10:00:00.000Z"
          },
          "accountLink": {
            "id": "accx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "1234567890", "username": "exampleteam",
            "displayName": "Example Team", "avatarUrl": null, "status": "active", "pauseReasons": [],
            "capabilities": [
              "message:send", "message:edit", "message:delete:self", "message:unsend", "message:react", "message:reply", "message:forward",
              "media:image", "media:video", "media:gif", "thread:typing:send", "thread:typing:receive", "thread:message-requests",
              "thread:delete:remote", "thread:archive:observe", "thread:archive:mutate", "thread:read:observe", "thread:read:mutate"
            ],
            "syncedAt": "2026-09-02T10:05:00.000Z", "createdAt": "2026-09-02T10:00:00.000Z"
          }
        }
        """;

    public const string MessageDeletion = """
        {"messageId": "msgx7k2m9qwe4rt8yuz1p5sd", "scope": "all", "deletedAt": "2026-09-14T10:40:00.000Z"}
        """;

    public const string SendResult = """
        {
          "message": {
            "id": "msox7k2m9qwe4rt8yuz1p5sd", "threadId": "thrx7k2m9qwe4rt8yuz1p5sd", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd",
            "platform": "twitter", "platformId": "1833333333333333333", "direction": "outbound",
            "sentBy": {"type": "api", "tokenId": "tokx7k2m9qwe4rt8yuz1p5sd"}, "content": "Thanks!",
            "entities": {"urls": [], "postShares": [], "mentions": [], "hashtags": [], "cashtags": [], "format": []}, "attachments": [],
            "forwarded": null, "reactions": [], "editedAt": null, "deletedAt": null, "createdAt": "2026-09-14T10:32:00.000Z",
            "platformData": {"_tag": "twitter", "encrypted": true},
            "replyTo": {"messageId": "msgx7k2m9qwe4rt8yuz1p5sd", "platformId": "1833333333333333333", "content": "Hello 👋", "authorName": "Jane Roe"}
          },
          "thread": {
            "id": "thrx7k2m9qwe4rt8yuz1p5sd", "platform": "twitter", "platformId": "1234567890-9876543210",
            "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd", "profileId": "prfx7k2m9qwe4rt8yuz1p5sd", "contactId": "conx7k2m9qwe4rt8yuz1p5sd",
            "assigneeId": "memx7k2m9qwe4rt8yuz1p5sd", "isRequest": false, "acceptanceState": "notRequired", "archived": false, "unread": true,
            "restrictions": [], "syncing": false, "typingIndicators": "teamDefault",
            "lastMessage": {"id": "msox7k2m9qwe4rt8yuz1p5sd", "direction": "outbound", "createdAt": "2026-09-14T10:32:00.000Z"},
            "activity": {"preview": "Thanks!", "direction": "outbound", "at": "2026-09-14T10:32:00.000Z"}, "createdAt": "2026-09-05T10:00:00.000Z"
          }
        }
        """;

    public const string MessageHistory = """
        {
          "versions": [
            {"content": "Helo", "createdAt": "2026-09-14T10:30:00.000Z", "origin": null},
            {"content": "Hello", "createdAt": "2026-09-14T10:33:00.000Z", "origin": "platform"}
          ],
          "deletion": null, "times": "observed"
        }
        """;

    public const string Reactions = """
        {
          "reactions": [{"emoji": "👍", "author": {"type": "accountLink", "accountLinkId": "accx7k2m9qwe4rt8yuz1p5sd"}, "createdAt": "2026-09-14T10:31:00.000Z"}],
          "version": 3
        }
        """;

    public const string Attachment = """
        {
          "index": 0, "kind": "image", "filename": null, "contentType": "image/jpeg", "sizeBytes": 20480, "width": 640, "height": 480,
          "aspectRatio": 1.3333, "durationSeconds": null, "status": "ready", "url": "https://media.example.com/a.jpg",
          "expiresAt": "2026-09-14T10:59:00.000Z", "poster": null
        }
        """;

    public const string AttachmentPending = """
        {
          "index": 0, "kind": "image", "filename": null, "contentType": "image/jpeg", "sizeBytes": 20480, "width": 640, "height": 480,
          "aspectRatio": 1.3333, "durationSeconds": null, "status": "pending", "url": null, "expiresAt": null, "poster": null
        }
        """;

    public const string Events = """
        {
          "data": [
            {
              "id": "ev1x7k2m9qwe4rt8yuz1p5sd", "seq": 41, "type": "thread.created", "apiVersion": "2", "createdAt": "2026-09-14T10:41:00.000Z",
              "object": {"type": "thread", "id": "thrx7k2m9qwe4rt8yuz1p5sd", "url": "/threads/thrx7k2m9qwe4rt8yuz1p5sd"}, "data": {}
            },
            {
              "id": "ev2x7k2m9qwe4rt8yuz1p5sd", "seq": 42, "type": "message.received", "apiVersion": "2", "createdAt": "2026-09-14T10:42:00.000Z",
              "object": {"type": "message", "id": "msgx7k2m9qwe4rt8yuz1p5sd", "url": "/messages/msgx7k2m9qwe4rt8yuz1p5sd"},
              "data": {"threadId": "thrx7k2m9qwe4rt8yuz1p5sd"}
            },
            {
              "id": "ev3x7k2m9qwe4rt8yuz1p5sd", "seq": 43, "type": "contact.tagsChanged", "apiVersion": "2", "createdAt": "2026-09-14T10:43:00.000Z",
              "object": {"type": "contact", "id": "conx7k2m9qwe4rt8yuz1p5sd", "url": "/contacts/conx7k2m9qwe4rt8yuz1p5sd"},
              "data": {"tagIds": ["tagx7k2m9qwe4rt8yuz1p5sd"]}
            },
            {
              "id": "ev4x7k2m9qwe4rt8yuz1p5sd", "seq": 44, "type": "target.replied", "apiVersion": "2", "createdAt": "2026-09-14T10:44:00.000Z",
              "object": {"type": "campaign", "id": "cmpx7k2m9qwe4rt8yuz1p5sd", "url": "/campaigns/cmpx7k2m9qwe4rt8yuz1p5sd"},
              "data": {"threadId": "thrx7k2m9qwe4rt8yuz1p5sd", "messageId": "msgx7k2m9qwe4rt8yuz1p5sd", "contactId": null, "stepNumber": 1}
            }
          ],
          "lastSeq": 44, "hasMore": false
        }
        """;

    public const string ThreadDeletion = """
        {"scope": "local"}
        """;

    public const string TypingSent = """
        {"status": "sent", "reason": null}
        """;

    public const string TypingSkipped = """
        {"status": "skipped", "reason": "rateLimited"}
        """;

    public static string Page(string item, string? nextCursor = null) =>
        $$"""{"data": [{{item}}], "nextCursor": {{(nextCursor is null ? "null" : $"\"{nextCursor}\"")}}}""";
}
