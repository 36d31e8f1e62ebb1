package io.babeldesk.store;

/** All that a store of conversations promises. Each store runs it; each test gets an empty store. */
abstract class ConversationsContract
        implements KnowsShoppers,
                KeepsTheLog,
                AcceptsAMessageOnce,
                OwesReplies,
                LendsDebts,
                KeepsOpinions,
                ErasesShoppers,
                RedactsTurns,
                BlocksShoppers,
                ServesManyThreads,
                HandsOver,
                TellsAgents,
                KeepsTranslations {}
