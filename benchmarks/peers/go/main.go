// What a compiled server does for the same work: net/http, encoding/json and a map of each campaign's numbers.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
)

type called struct {
	CalledNo  string `json:"calledNo"`
	DelayTime string `json:"delayTime"`
	Type      string `json:"type"`
}
type rec struct {
	SessionId string   `json:"sessionId"`
	Called    []called `json:"called"`
	Priority  string   `json:"priority"`
	CallData  string   `json:"callData"`
}
type req struct {
	BatchId string `json:"batchId"`
	L       []rec  `json:"callDataList"`
}
type item struct {
	Called string `json:"called"`
	DataId string `json:"dataId"`
}
type ro struct {
	TotalSize int    `json:"totalSize"`
	L         []item `json:"dataIdList"`
}
type res struct {
	ReturnCode   string `json:"returnCode"`
	ReturnObject *ro    `json:"returnObject"`
	ResultCode   string `json:"resultCode"`
	ResultDesc   string `json:"resultDesc"`
	ReturnDesc   string `json:"returnDesc"`
}

const bigp = "/rest/isales/v2/openapi/campaigns/1/calldata/"
const smallp = "/rest/isales/v1/openapi/campaigns/1/callerNo/"

func main() {
	var mu sync.Mutex
	camps := map[string]map[string]rec{}
	id := int64(1800000000000000000)
	out := func(w http.ResponseWriter, v any) {
		w.Header().Set("Content-Type", "application/json")
		b, _ := json.Marshal(v)
		w.Write(b)
	}
	bad := res{ReturnCode: "0200001", ResultCode: "0200001", ResultDesc: "parameter invalid", ReturnDesc: "parameter invalid"}
	http.HandleFunc(bigp, func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		var q req
		if json.Unmarshal(b, &q) != nil || len(q.L) == 0 {
			out(w, bad)
			return
		}
		cid := strings.TrimPrefix(r.URL.Path, bigp)
		items := make([]item, 0, len(q.L))
		mu.Lock()
		c := camps[cid]
		if c == nil {
			c = map[string]rec{}
			camps[cid] = c
		}
		for _, x := range q.L {
			if len(x.Called) == 0 {
				mu.Unlock()
				out(w, bad)
				return
			}
			no := x.Called[0].CalledNo
			if _, dup := c[no]; dup {
				mu.Unlock()
				out(w, bad)
				return
			}
			c[no] = x
			id++
			items = append(items, item{no, fmt.Sprint(id)})
		}
		mu.Unlock()
		out(w, res{"0200000", &ro{len(items), items}, "0200000", "create data succeeded", "create data succeeded"})
	})
	http.HandleFunc(smallp, func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		var v any
		if json.Unmarshal(b, &v) != nil {
			out(w, bad)
			return
		}
		out(w, res{"0200000", nil, "0200000", "operation succeeded", "operation succeeded"})
	})
	http.ListenAndServe("127.0.0.1:"+os.Args[1], nil)
}
