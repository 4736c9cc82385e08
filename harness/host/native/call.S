# OlkCall: one call into the vendor's code, with a look at what the x64 calling convention lets a callee not change.
#
#   uint64_t OlkCall(void *target, const uint64_t arguments[4], uint32_t *lost)
#
# Every nonvolatile register holds a known value during the call and is compared after it, as are the stack pointer, the
# direction flag and the control bits of the floating-point units; all of it is put right again, so that the caller
# lives on. `*lost` gains a bit for each that came back changed (bits: GuardedVendorCall.cs).
#
# The stack pointer before the call is kept in a slot of the thread's own, because after a callee that keeps to nothing
# there is neither a register nor the stack to find it by. An exception that leaves the callee unwinds this frame by its
# unwind data as it does any other, and leaves the slot to the thread's next call, which fills it anew.
    .intel_syntax noprefix

    .set FRAME, 0xe8        # with eight pushes and the return address a multiple of 16
    .set LOST, 0x20         # the argument `lost`
    .set OUTER, 0x28        # what the slot held for a call further out on this thread
    .set MXCSR, 0x30
    .set FPCW, 0x34
    .set MXCSR_AFTER, 0x38
    .set FPCW_AFTER, 0x3c
    .set XMM, 0x40          # xmm6 to xmm15

    .set TLS_SLOTS, 0x1480  # TlsSlots in the thread's environment block

    .set RSP_LOST, 1 << 18
    .set DF_LOST, 1 << 19
    .set MXCSR_LOST, 1 << 20
    .set FPCW_LOST, 1 << 21
    .set DIRECTION, 0x400
    .set MXCSR_CONTROL, 0xffc0

    .section .rdata, "dr"
    .balign 16
known_xmm:
    .irp n, 6,7,8,9,10,11,12,13,14,15
    .long 0x1f0e0000 + \n, 0x2f1e0000 + \n, 0x3f2e0000 + \n, 0x4f3e0000 + \n
    .endr
known:
    .irp n, 0,1,2,3,4,5,6,7
    .quad 0x5afe00c0ffee0000 + \n
    .endr

    .macro save_xmm n
    movaps [rsp + XMM + 16 * (\n - 6)], xmm\n
    .seh_savexmm xmm\n, XMM + 16 * (\n - 6)
    .endm

    .macro check register, n
    cmp \register, [rip + known + 8 * \n]
    je 1f
    or ecx, 1 << \n
1:
    .endm

    .macro check_xmm n
    pcmpeqd xmm\n, [rip + known_xmm + 16 * (\n - 6)]
    movmskps edx, xmm\n
    cmp edx, 15
    je 1f
    or ecx, 1 << (\n + 2)
1:
    .endm

    .text
    .globl OlkCall
    .def OlkCall; .scl 2; .type 32; .endef
    .seh_proc OlkCall
OlkCall:
    .irp register, rbp,rbx,rsi,rdi,r12,r13,r14,r15
    push \register
    .seh_pushreg \register
    .endr
    sub rsp, FRAME
    .seh_stackalloc FRAME
    .irp n, 6,7,8,9,10,11,12,13,14,15
    save_xmm \n
    .endr
    .seh_endprologue

    mov [rsp + LOST], r8
    mov eax, [rip + olkStackSlot]
    mov r9, gs:[rax * 8 + TLS_SLOTS]
    mov [rsp + OUTER], r9
    mov gs:[rax * 8 + TLS_SLOTS], rsp
    stmxcsr [rsp + MXCSR]
    fnstcw [rsp + FPCW]

    mov rax, rcx
    mov rcx, [rdx]
    mov r8, [rdx + 16]
    mov r9, [rdx + 24]
    mov rdx, [rdx + 8]
    mov rbx, [rip + known]
    mov rbp, [rip + known + 8]
    mov rsi, [rip + known + 16]
    mov rdi, [rip + known + 24]
    mov r12, [rip + known + 32]
    mov r13, [rip + known + 40]
    mov r14, [rip + known + 48]
    mov r15, [rip + known + 56]
    .irp n, 6,7,8,9,10,11,12,13,14,15
    movaps xmm\n, [rip + known_xmm + 16 * (\n - 6)]
    .endr
    call rax

    # rax holds the answer from here on; ecx gathers what was lost.
    mov r11d, [rip + olkStackSlot]
    mov r10, gs:[r11 * 8 + TLS_SLOTS]
    xor ecx, ecx
    cmp rsp, r10
    je 2f
    mov rsp, r10
    or ecx, RSP_LOST
2:
    pushfq
    pop rdx
    test edx, DIRECTION
    jz 3f
    cld
    or ecx, DF_LOST
3:
    check rbx, 0
    check rbp, 1
    check rsi, 2
    check rdi, 3
    check r12, 4
    check r13, 5
    check r14, 6
    check r15, 7
    .irp n, 6,7,8,9,10,11,12,13,14,15
    check_xmm \n
    .endr

    stmxcsr [rsp + MXCSR_AFTER]
    mov edx, [rsp + MXCSR_AFTER]
    xor edx, [rsp + MXCSR]
    test edx, MXCSR_CONTROL
    jz 4f
    ldmxcsr [rsp + MXCSR]
    or ecx, MXCSR_LOST
4:
    fnstcw [rsp + FPCW_AFTER]
    mov dx, [rsp + FPCW_AFTER]
    cmp dx, [rsp + FPCW]
    je 5f
    fnclex
    fldcw [rsp + FPCW]
    or ecx, FPCW_LOST
5:
    mov r8, [rsp + LOST]
    or [r8], ecx
    mov r9, [rsp + OUTER]
    mov gs:[r11 * 8 + TLS_SLOTS], r9

    .irp n, 6,7,8,9,10,11,12,13,14,15
    movaps xmm\n, [rsp + XMM + 16 * (\n - 6)]
    .endr
    add rsp, FRAME
    .irp register, r15,r14,r13,r12,rdi,rsi,rbx,rbp
    pop \register
    .endr
    ret
    .seh_endproc
